import { addDays, dayOf, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { addWorkdays, previousWorkday } from '@/lib/kernel/workday'
import { draft, edit, open } from '@/lib/modules/terms/commands'
import { grantClaim, matchOpen, recordDeduction } from '@/lib/modules/terms/commands-deductions'
import { fileConfirmation } from '@/lib/modules/terms/commands-outline'
import { accept, dispute } from '@/lib/modules/terms/commands-settling'
import { draftStandard, publishStandard, setStandardTerm, submitStandard } from '@/lib/modules/terms/commands-standards'
import { submit } from '@/lib/modules/terms/commands-submit'
import { removeTerm, setTerm } from '@/lib/modules/terms/commands-terms'
import { typeOf } from '@/lib/modules/terms/model-catalogue'
import { findDepartures, findVersion } from '@/lib/modules/terms/queries-held'
import { consent } from './consent'
import { workCalendar } from './days'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import type { Staff } from './load-members'
import { stories } from './stories'
import { rowsOf, said } from './story'
import { claimsTold, deductionsTold, sheetsTold, standardsTold } from './story-terms'

type Page = Setting & { known: Known; at: (days: number, hour?: string) => Date }

/** Enters the standards, the sheets of the accounts as far as each has come, and what clients deducted. */
export async function enterTerms({ staff, today, known }: Setting & { known: Known }): Promise<void> {
  const at = (days: number, hour = '14:00') => instantOf(previousWorkday(addDays(today, -days), workCalendar), hour)
  const page: Page = { staff, today, known, at }
  for (const told of rowsOf(standardsTold)) await enterStandard(page, told)
  for (const sheet of sheetsTold) await enterSheet(page, sheet)
  await enterDeductions(page)
}

/** `closingMonths 2`, `net 75`, `1.5` or words, as the form would send them. */
function typed(code: string, value: string): Record<string, string> {
  const kind = typeOf(code)?.kind
  if (kind === 'payment') {
    const [rule = '', number = ''] = value.split(' ')
    return { rule, number }
  }
  if (kind === 'text') return { text: value }
  return { number: value, ...(kind === 'percent' && Number(value) < 1 ? { smallPercent: 'true' } : {}) }
}

async function enterStandard(page: Page, [segment, direction, days, terms = '']: string[]) {
  const { staff, at, today } = page
  const now = at(Number(days) + 20)
  const validFrom = addDays(today, -Number(days))
  const { standardId } = await done(draftStandard, staff.howard, { segment: said(segment), direction, validFrom }, now)
  for (const term of terms.split(';')) {
    const [code = '', value = ''] = term.split('=').map((each) => each.trim())
    await done(setStandardTerm, staff.howard, { standardId, code, value: typed(code, value) }, now)
  }
  await done(submitStandard, staff.howard, { standardId, reason: '年度標準條件' }, now)
  await consent(page.staff, 'standardTerms', standardId, at(Number(days) + 18))
  await done(publishStandard, staff.howard, { standardId }, at(Number(days) + 17))
}

const ownerOf = (staff: Staff, account: string) => {
  const story = stories.find(({ key }) => key === account)
  if (!story) throw new Error(`no story is called ${account}`)
  return staff[story.owner]
}

async function enterSheet(page: Page, { account, direction, basis, versions }: (typeof sheetsTold)[number]) {
  const { staff, known, at, today } = page
  const owner = ownerOf(staff, account)
  const accountId = named(known.accounts, account)
  let sheetId: string | null = null
  for (const told of versions) {
    const [days = '0', first = '1', came = 'draft', note = '', ...rest] = told.split('|').map((each) => each.trim())
    const ago = Number(days)
    const now = came === 'waiting' ? instantOf(addWorkdays(today, -ago, workCalendar), '16:30') : at(ago, '09:30')
    const period = { validFrom: addDays(today, Number(first) - ago), note }
    const versionId = await begin({ owner, sheetId, opening: { accountId, direction, scope: 'all' }, period, now })
    const standing = await inTransaction(owner, 'read only', async (tx) => {
      const look = { tx, actor: owner, now }
      return { found: await findVersion(look, versionId), departures: await findDepartures(look, [versionId]) }
    })
    sheetId = standing.found.sheet.id
    const terms = rest
      .join('|')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const codes = terms.map((term) => term.split('=')[0])
    for (const { code } of standing.departures)
      if (!codes.includes(code)) await done(removeTerm, owner, { versionId, code }, now)
    for (const term of terms) await enterTerm({ owner, versionId, now }, term)
    if (basis) await done(edit, owner, { versionId, ...period, ...basis }, now)
    if (came === 'draft') continue
    await done(submit, owner, { versionId, reason: note }, now)
    if (came === 'waiting') continue
    await consent(page.staff, 'termSheet', versionId, at(Math.max(ago - 2, 0), '10:30'))
    if (came === 'approved') continue
    const on = at(Math.max(ago - 4, 0), '11:00')
    const answer = { method: 'meeting', answeredOn: dayOf(now), note: '與採購主管會議中當場確認' }
    await done(fileConfirmation, owner, { versionId, language: 'zh-TW', ...answer }, on)
  }
}

type Beginning = { owner: Staff['sophia']; sheetId: string | null; opening: object; period: object; now: Date }

/** The first version of a sheet, or the next one. */
async function begin({ owner, sheetId, opening, period, now }: Beginning): Promise<string> {
  const started = sheetId
    ? await done(draft, owner, { sheetId, kind: 'amendment', ...period }, now)
    : await done(open, owner, { ...opening, ...period }, now)
  return started.versionId
}

type Writing = { owner: Staff['sophia']; versionId: string; now: Date }

async function enterTerm({ owner, versionId, now }: Writing, term: string) {
  const [written = '', factors = '', reason, gives, fee] = term.split(' ! ').map((each) => each.trim())
  const [code = '', value = ''] = written.split('=').map((each) => each.trim())
  const [feeItem, feePurpose, feeAmountBasis, feeReference, feeEvent, feeBenefit] = fee?.split('｜') ?? []
  const grounds = { factors: factors.split(','), reason, condition: said(gives), unconditional: gives === '-' }
  const basis = { feeItem, feePurpose, feeAmountBasis, feeReference, feeEvent, feeBenefit }
  await done(setTerm, owner, { versionId, code, value: typed(code, value), ...grounds, ...basis }, now)
}

async function enterDeductions({ staff, known, at, today }: Page) {
  for (const [account = '', reference, reasonCode, days, amount, source, note] of rowsOf(claimsTold)) {
    const granted = { reference, reasonCode, grantedOn: addDays(today, -Number(days)), amount, source, note }
    const accountId = named(known.accounts, account)
    await done(grantClaim, ownerOf(staff, account), { accountId, ...granted }, at(Number(days)))
  }
  for (const cells of rowsOf(deductionsTold)) {
    const [account = '', days, amount, reasonCode, reference, documentKind, number, invoice, became = ''] = cells
    const owner = ownerOf(staff, account)
    const accountId = named(known.accounts, account)
    const document = { documentKind, documentNumber: said(number), originalInvoice: said(invoice) }
    const taken = {
      takenOn: addDays(today, -Number(days)),
      amount,
      reasonCode,
      reference: said(reference),
      ...document,
    }
    const { id } = await done(recordDeduction, owner, { accountId, ...taken }, at(Number(days)))
    const later = at(Number(days) - 3)
    if (became === 'open') continue
    await done(matchOpen, owner, { accountId, deductionIds: [id] }, later)
    if (became === 'accepted') await done(accept, owner, { deductionId: id }, later)
    const [what, ...reason] = became.split(' ')
    if (what === 'disputed') await done(dispute, owner, { deductionId: id, reason: reason.join(' ') }, later)
  }
}
