import type { Discipline, Role } from '@/lib/kernel/actor'

/** The company whose workspace the demonstration is: food and packaging, sold to retailers and factories. */
export const company = '禾岫實業（示範）'

type Employee = {
  name: string
  englishName: string
  familyName: string
  givenName: string
  title: string
  mailbox: string
  phone: string
  roles: readonly [Role, ...Role[]]
  disciplines?: readonly Discipline[]
  employment?: 'partTime' | 'contractor'
  reportsTo?: MemberKey
  /** Signs in; shown with a password when the demonstration is loaded. */
  signsIn?: true
}

export const memberKeys = [
  'sophia',
  'howard',
  'yvonne',
  'kevin',
  'sandy',
  'justin',
  'ben',
  'mei',
  'wendy',
  'tim',
] as const
export type MemberKey = (typeof memberKeys)[number]

/** Those above come before those who report to them. E-mails end with .example, which nobody can own. */
export const employees: Readonly<Record<MemberKey, Employee>> = {
  sophia: {
    name: '周淑芬',
    englishName: 'Sophia Chou',
    familyName: '周',
    givenName: '淑芬',
    title: '營運管理處協理',
    mailbox: 'sophia.chou',
    phone: '02-5550-0100 分機 801',
    roles: ['manager'],
    signsIn: true,
  },
  howard: {
    name: '張志豪',
    englishName: 'Howard Chang',
    familyName: '張',
    givenName: '志豪',
    title: '業務部經理',
    mailbox: 'howard.chang',
    phone: '02-5550-0100 分機 601',
    roles: ['salesLead'],
    reportsTo: 'sophia',
    signsIn: true,
  },
  yvonne: {
    name: '許雅筑',
    englishName: 'Yvonne Hsu',
    familyName: '許',
    givenName: '雅筑',
    title: '資深客戶經理',
    mailbox: 'yvonne.hsu',
    phone: '02-5550-0100 分機 612',
    roles: ['accountManager'],
    reportsTo: 'howard',
    signsIn: true,
  },
  kevin: {
    name: '陳冠宇',
    englishName: 'Kevin Chen',
    familyName: '陳',
    givenName: '冠宇',
    title: '客戶經理',
    mailbox: 'kevin.chen',
    phone: '02-5550-0100 分機 615',
    roles: ['accountManager'],
    reportsTo: 'howard',
    signsIn: true,
  },
  sandy: {
    name: '吳佩珊',
    englishName: 'Sandy Wu',
    familyName: '吳',
    givenName: '佩珊',
    title: '業務助理',
    mailbox: 'sandy.wu',
    phone: '02-5550-0100 分機 620',
    roles: ['salesAssistant'],
    reportsTo: 'howard',
    signsIn: true,
  },
  justin: {
    name: '賴俊廷',
    englishName: 'Justin Lai',
    familyName: '賴',
    givenName: '俊廷',
    title: '資訊課長',
    mailbox: 'justin.lai',
    phone: '02-5550-0100 分機 305',
    roles: ['administrator'],
    reportsTo: 'sophia',
    signsIn: true,
  },
  ben: {
    name: '簡文彬',
    englishName: 'Ben Chien',
    familyName: '簡',
    givenName: '文彬',
    title: '品保工程師',
    mailbox: 'ben.chien',
    phone: '02-5550-0100 分機 712',
    roles: ['specialist'],
    disciplines: ['quality'],
    reportsTo: 'sophia',
  },
  mei: {
    name: '曾美玲',
    englishName: 'Mei Tseng',
    familyName: '曾',
    givenName: '美玲',
    title: '物流課長',
    mailbox: 'mei.tseng',
    phone: '02-5550-0100 分機 530',
    roles: ['specialist'],
    disciplines: ['logistics'],
    reportsTo: 'sophia',
  },
  wendy: {
    name: '鄭雅文',
    englishName: 'Wendy Cheng',
    familyName: '鄭',
    givenName: '雅文',
    title: '財務專員',
    mailbox: 'wendy.cheng',
    phone: '02-5550-0100 分機 411',
    roles: ['specialist'],
    disciplines: ['finance'],
    employment: 'partTime',
    reportsTo: 'sophia',
  },
  tim: {
    name: '蔡宗翰',
    englishName: 'Tim Tsai',
    familyName: '蔡',
    givenName: '宗翰',
    title: '門市陳列督導',
    mailbox: 'tim.tsai',
    phone: '0900-000-021',
    roles: ['salesAssistant'],
    employment: 'contractor',
    reportsTo: 'howard',
  },
}

export const emailOf = (key: MemberKey) => `${employees[key].mailbox}@hexiu.example`

export const isMemberKey = (text: string): text is MemberKey => (memberKeys as readonly string[]).includes(text)
