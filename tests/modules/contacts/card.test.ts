import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { leave } from '@/lib/modules/contacts/commands-affiliations'
import { downloadCard } from '@/lib/modules/contacts/queries-card'
import { type CardOf, cardOf } from '@/lib/modules/contacts/rules-card'
import { newcomer, person } from '@/tests/people'
import { anAccount, aPerson, done, postOf } from './scene'

const nobody: CardOf = {
  id: '018f0000-0000-7000-8000-000000000000',
  displayName: '王大明',
  englishName: null,
  familyName: '王',
  givenName: '大明',
  honorific: null,
  language: null,
  points: [],
  posts: [],
}
/** The card's lines as a reader sees them: unfolded. */
const linesOf = (card: string) => card.replaceAll('\r\n ', '').split('\r\n')

describe('a card', () => {
  it('has the family name in its place, and a title after a Chinese name, before a Latin one', () => {
    expect(linesOf(cardOf({ ...nobody, honorific: '經理' }))).toContain('N:王;大明;;;經理')
    const maria = { ...nobody, displayName: 'Maria Anders', familyName: 'Anders', givenName: 'Maria', honorific: 'Ms.' }
    expect(linesOf(cardOf(maria))).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:individual',
      'UID:urn:uuid:018f0000-0000-7000-8000-000000000000',
      'FN:Maria Anders',
      'N:Anders;Maria;;Ms.;',
      'END:VCARD',
      '',
    ])
    expect(linesOf(cardOf({ ...nobody, familyName: null, givenName: null }))).toContain('N:;王大明;;;')
  })

  it('lets no value end its line, its field or the card', () => {
    const displayName = '王,大;明\\\r\nTEL:0900\nEND:VCARD\u0000\u0007'
    const lines = linesOf(cardOf({ ...nobody, displayName }))
    expect(lines).toContain('FN:王\\,大\\;明\\\\\\nTEL:0900\\nEND:VCARD')
    expect(lines.filter((line) => line.startsWith('TEL') || line === 'END:VCARD')).toEqual(['END:VCARD'])
  })

  it('folds long lines at 75 octets without cutting a character in two', () => {
    const displayName = '非常長的名字😀'.repeat(20)
    const card = cardOf({ ...nobody, displayName })
    for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(linesOf(card)).toContain(`FN:${displayName}`)
  })
})

describe('downloading a card', () => {
  it('gives the post of today and every way to reach them, numbers as links that dial', async () => {
    const manager = await newcomer('accountManager')
    const [former, accountId] = [await anAccount(manager, { name: '松山電子' }), await anAccount(manager)]
    const points = [
      { kind: 'mobile', value: '0912-345-678', preferred: 'true' },
      { kind: 'phone', value: '轉採購老王' },
      { kind: 'email', value: 'wang@example.com' },
      { kind: 'line', value: 'wang.dm' },
    ]
    const post = { title: '採購經理', department: '採購部' }
    const wang = { englishName: 'David', note: '我們自己的備註', points, ...post }
    const personId = await aPerson(manager, accountId, wang)
    const response = await downloadCard(await person('auditor', { id: manager.workspaceId }), personId)
    expect(response.headers.get('content-type')).toBe('text/vcard; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('王大明.vcf'))
    const card = await response.text()
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'FN:王大明',
        'NICKNAME:David',
        'ORG:大安食品股份有限公司;採購部',
        'TITLE:採購經理',
        'TEL;VALUE=uri;TYPE=cell;PREF=1:tel:+886912345678',
        'TEL;VALUE=text;TYPE=voice:轉採購老王',
        'EMAIL:wang@example.com',
        'X-LINE:wang.dm',
      ]),
    )
    expect(card).not.toContain('備註')

    const gone = await aPerson(manager, former, { displayName: '李小華' })
    await done(leave, manager, { affiliationId: (await postOf(manager, gone, former)).id, toDay: dayOf(new Date()) })
    expect(linesOf(await (await downloadCard(manager, gone)).text()).some((line) => line.startsWith('ORG'))).toBe(false)
  })

  it('is for those who may see the person', async () => {
    const manager = await newcomer('accountManager')
    const personId = await aPerson(manager, await anAccount(manager, { restricted: true }))
    const outsider = await person('accountManager', { id: manager.workspaceId })
    for (const actor of [outsider, await newcomer('manager')])
      await expect(downloadCard(actor, personId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(downloadCard(manager, 'nonsense')).rejects.toMatchObject({ code: 'notFound' })
  })
})
