// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { LinkPanel } from '@/lib/modules/links/views/link-panel'
import type { LastTimes } from '@/lib/modules/negotiations/model-stakes'
import type { TableView } from '@/lib/modules/negotiations/queries-table-page'
import { StakesForm } from '@/lib/modules/negotiations/views/stake-forms'
import { screen } from './screen'

const issue = { id: 'i', key: 'rebate', name: '年度回饋', kind: 'numeric', unit: '%', options: [] }
const last: LastTimes = {
  i: { agreed: '2', words: '2 %', target: '2', limit: '3', wanted: null, required: false },
}
const typedIn = (field: HTMLElement) => (field as HTMLInputElement).value

describe('the sheet of talks after an agreement', () => {
  const sheet = (stake: object | null, lastTimes: LastTimes) => {
    const secret = { version: 0, stakes: [{ issueId: 'i', stake, share: null, missing: [] }] }
    const view = { issues: [issue], secret } as unknown as Pick<TableView, 'issues'> & {
      secret: NonNullable<TableView['secret']>
    }
    return <StakesForm negotiationId="n" lastTimes={lastTimes} {...view} />
  }

  it('is filled in from last time and says so, until somebody saved a line of it', async () => {
    const { find, text, draw } = await screen(sheet(null, last))
    expect(typedIn(find('[name="stakes.0.target"]'))).toBe('2')
    expect(typedIn(find('[name="stakes.0.limit"]'))).toBe('3')
    for (const said of ['上期：2 %', '帶自上期', '帶自上期底線', '儲存後才生效']) expect(text()).toContain(said)
    const theirs = { theirPoints: {}, points: {}, theirWeight: null }
    await draw(<div key="saved">{sheet({ version: 1, target: '1.5', limit: '2.5', ...theirs }, last)}</div>)
    expect(typedIn(find('[name="stakes.0.target"]'))).toBe('1.5')
    expect(text()).toContain('上期：2 %')
    expect(text()).not.toContain('帶自上期')
  })

  it('is empty and says nothing of a last time where there is none', async () => {
    const { find, text } = await screen(sheet(null, {}))
    expect(typedIn(find('[name="stakes.0.target"]'))).toBe('')
    expect(text()).not.toContain('上期')
  })
})

describe('a link for a client', () => {
  const people = [
    { id: 'wang', name: '王大明', email: 'wang@example.com' },
    { id: 'lin', name: '林小姐', email: null },
  ]
  const drawn = (mailConfigured: boolean) => (
    <LinkPanel
      panel={{ links: [], answers: [], mayEdit: true }}
      title="年度條件"
      people={people}
      personId="wang"
      issue={{ action: async () => ({ ok: true, value: {} }) as never, values: {} }}
      mailConfigured={mailConfigured}
      timeZone="Asia/Taipei"
      today="2026-11-22"
    />
  )

  it('is mailed to the address that the chosen person has on record, unless it is emptied', async () => {
    const { find, text } = await screen(drawn(true))
    expect(typedIn(find('[name=mailTo]'))).toBe('wang@example.com')
    expect(text()).toContain('清空則自行交付連結')
    const choice = find<HTMLSelectElement>('select[name=personId]')
    await act(async () => {
      choice.value = 'lin'
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(typedIn(find('[name=mailTo]'))).toBe('')
  })

  it('asks for no address where no mail goes out', async () => {
    const { container } = await screen(drawn(false))
    expect(container.querySelector('[name=mailTo]')).toBeNull()
  })
})
