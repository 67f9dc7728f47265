// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { CauseForm } from '@/lib/modules/kpis/views/breach-forms'
import type { PreparationView } from '@/lib/modules/negotiations/queries-preparation'
import type { TableView } from '@/lib/modules/negotiations/queries-table-page'
import { ConductForm } from '@/lib/modules/negotiations/views/preparation-forms'
import { StakesForm } from '@/lib/modules/negotiations/views/stake-forms'
import { Form } from '@/lib/ui/form'
import { TextField } from '@/lib/ui/text-field'
import { useSteady } from '@/lib/ui/use-steady'
import { screen, submit, type } from './screen'

const cause = (version: number, text: string) => (
  <CauseForm breach={{ id: 'b', version, causeKind: 'logistics', cause: text, plan: null }} />
)
const conduct = (version: number, venue: string) => {
  const view = { id: 'n', version, conduct: { language: null, setting: null, venue }, counterparts: [], notes: [] }
  return <ConductForm preparation={view as unknown as PreparationView} />
}
const sheet = (version: number, target: string, also: readonly string[] = []) => {
  const issue = { id: 'i', key: 'rebate', name: '年度回饋', kind: 'numeric', unit: '%', options: [] }
  const stake = { version, target, limit: null, theirPoints: {}, points: {}, theirWeight: null }
  const listed = [issue, ...also.map((id) => ({ ...issue, id, key: id, name: id }))]
  const view = { issues: listed, secret: { version, stakes: [{ issueId: 'i', stake, share: null, missing: [] }] } }
  const { issues, secret } = view as unknown as Pick<TableView, 'issues'> & { secret: NonNullable<TableView['secret']> }
  return <StakesForm negotiationId="n" lastTimes={{}} issues={issues} secret={secret} />
}

const forms = [
  { what: 'the cause of a breach', form: cause, field: '[name=cause]' },
  { what: 'how both sides meet', form: conduct, field: '[name=venue]' },
  { what: 'what issues are worth', form: sheet, field: '[name="stakes.0.target"]' },
]

describe.each(forms)('the form for $what, when a neighbouring form is saved', ({ form, field }) => {
  it('keeps what is typed and the version that it was typed over', async () => {
    const { find, draw } = await screen(form(1, '1'))
    await type(find<HTMLInputElement>(field), '2.5')
    await draw(form(2, '9'))
    expect(find(field)).toHaveProperty('value', '2.5')
    expect(find('[name=version]')).toHaveProperty('value', '1')
  })

  it('shows the newer values where nothing was typed', async () => {
    const { find, draw } = await screen(form(1, '1'))
    await draw(form(2, '9'))
    expect(find(field)).toHaveProperty('value', '9')
    expect(find('[name=version]')).toHaveProperty('value', '2')
  })
})

it('the sheet takes up an issue that came meanwhile, beside what is typed', async () => {
  const { find, draw } = await screen(sheet(1, '1'))
  await type(find<HTMLInputElement>('[name="stakes.0.target"]'), '2.5')
  await draw(sheet(2, '9', ['付款天數']))
  expect(find('[name="stakes.0.target"]')).toHaveProperty('value', '2.5')
  expect(find('[name="stakes.1.issueId"]')).toHaveProperty('value', '付款天數')
})

function Venue({ row }: { row: { version: number; venue: string } }) {
  const { shown, version, typing } = useSteady(row, row.version)
  return (
    <Form key={version} action={async () => ({ status: 'done', value: null })} {...typing}>
      <TextField name="venue" label="地點" defaultValue={shown.venue} />
    </Form>
  )
}

it('a form that is saved itself shows what came of it, and holds on to what is typed next', async () => {
  const { find, draw } = await screen(<Venue row={{ version: 1, venue: '' }} />)
  await type(find('[name=venue]'), ' 土城 ')
  await draw(<Venue row={{ version: 2, venue: '' }} />)
  await submit(find('form'))
  await draw(<Venue row={{ version: 3, venue: '土城' }} />)
  expect(find('[name=venue]')).toHaveProperty('value', '土城')
  await type(find('[name=venue]'), '板橋')
  await draw(<Venue row={{ version: 4, venue: '土城' }} />)
  expect(find('[name=venue]')).toHaveProperty('value', '板橋')
})
