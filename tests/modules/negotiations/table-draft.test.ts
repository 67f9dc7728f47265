import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  draftShown,
  freshTableDraft,
  saidLast,
  sendOffer,
  type TableDraft,
  type TablePayload,
  waitingOf,
} from '@/lib/modules/negotiations/views/table-draft'

const payload = (side: 'us' | 'them', values: Record<string, string>): TablePayload => ({
  side,
  channel: 'meeting',
  values,
  conditions: '',
  day: '2027-03-10',
})
const draft = (more: Partial<TableDraft>): TableDraft => ({ ...freshTableDraft('here', 'them'), ...more })
const known = { us: { price: '110' }, them: { price: '100', days: '60' } }

describe('the form at the table without a connection', () => {
  it('begins with what waits here over what the server knows, the latest last, each side for itself', () => {
    // Latest first, as the browser keeps them.
    const kept = [
      draft({ waiting: payload('them', { price: '97', days: '' }) }),
      draft({ waiting: payload('us', { price: '105' }) }),
      draft({ negotiationId: 'elsewhere', waiting: payload('them', { price: '1' }) }),
      draft({ values: { price: '2' } }),
      draft({ waiting: payload('them', { price: '98', days: '45' }) }),
    ]
    const waiting = waitingOf(kept, 'here')
    expect(waiting.map(({ values }) => values.price)).toEqual(['98', '105', '97'])
    expect(saidLast(known, waiting)).toEqual({ us: { price: '105' }, them: { price: '97', days: '45' } })
    expect(saidLast(known, [])).toEqual(known)
  })

  it('shows what was refused when its turn came before what is being written', () => {
    const [written, returned] = [draft({ values: { price: '2' } }), draft({ returned: true })]
    const kept = [written, draft({ waiting: payload('us', {}) }), returned]
    expect(draftShown(kept, 'here')).toBe(returned)
    expect(draftShown([written, draft({ negotiationId: 'elsewhere', returned: true })], 'here')).toBe(written)
    expect(draftShown([draft({ returned: true, waiting: payload('us', {}) })], 'here')).toBeUndefined()
  })
})

describe('an offer of a device whose clock runs ahead', () => {
  afterEach(() => vi.unstubAllGlobals())
  it('is of the day on which the server gets it', async () => {
    const posted: unknown[] = []
    vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
      const { day } = JSON.parse(body)
      posted.push(day)
      return day === ''
        ? Response.json({ number: 3 })
        : Response.json({ code: 'negotiations.offerAhead', fields: { day: '提案日期不能晚於今天。' } }, { status: 422 })
    })
    expect(await sendOffer(draft({}), payload('us', { price: '1' }))).toEqual({ state: 'saved', value: { number: 3 } })
    expect(posted).toEqual(['2027-03-10', ''])
  })
})
