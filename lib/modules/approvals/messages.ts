import { defineMessages } from '@/lib/kernel/messages'

export const messages = defineMessages({
  en: {
    level_managerOf: 'Manager of the submitter',
    level_role_salesLead: 'Sales lead',
    level_role_manager: 'Manager',
    level_discipline_legal: 'Legal',
    level_discipline_finance: 'Finance',
    level_discipline_quality: 'Quality',
    level_discipline_logistics: 'Logistics',
    level_discipline_director: 'Director',
    noticeAsked: 'Waiting for your approval: {title}',
    approverMissing:
      'Nobody may decide at: {levels}. Ask an administrator to name a second approver in the settings for approvals.',
  },
  'zh-TW': {
    level_managerOf: '送審人的主管',
    level_role_salesLead: '業務主管',
    level_role_manager: '經理',
    level_discipline_legal: '法務',
    level_discipline_finance: '財務',
    level_discipline_quality: '品質',
    level_discipline_logistics: '物流',
    level_discipline_director: '總監',
    noticeAsked: '待您核准：{title}',
    approverMissing: '下列關卡沒有可核決的人：{levels}。請系統管理員在核決設定中指定第二核決人。',
  },
})
