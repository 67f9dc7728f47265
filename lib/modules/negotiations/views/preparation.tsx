import type { PreparationView } from '../queries-preparation'
import { EvidencePanel } from './evidence-panel'
import { PapersCard } from './papers-card'
import { ChecklistCard, Interests, NeedsOnTable, TermsNow } from './preparation-matters'
import { Conduct, OurSide, TheirSide } from './preparation-people'
import type { PreparingSaid } from './preparing-said'

type PreparationProps = { preparation: PreparationView; said: PreparingSaid }

/** Everything that is made ready before the first round: who, how, what for, what supports it, what is still missing. */
export function Preparation(props: PreparationProps) {
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Conduct {...props} />
          <TheirSide {...props} />
          <OurSide {...props} />
        </div>
        <div className="grid gap-4">
          <ChecklistCard {...props} />
          <NeedsOnTable {...props} />
          <TermsNow {...props} />
          <PapersCard {...props} />
        </div>
      </div>
      <Interests {...props} />
      <EvidencePanel {...props} />
    </div>
  )
}
