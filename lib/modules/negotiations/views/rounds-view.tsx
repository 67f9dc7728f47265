import type { Rounds } from '../queries-rounds'
import { valuesInAddress } from '../rules-offers'
import { type Asked, RoundPage } from './round-page'

type RoundsViewProps = {
  rounds: Rounds
  /** What the address says: what `RoundPage` is asked for, and the values that our next offer shall begin with. */
  asked: Asked & Readonly<Record<string, string | readonly string[] | undefined>>
}

/** The rounds as the address asks for them. It is read here, so that the rules of offers stay on the server. */
export const RoundsView = ({ rounds, asked }: RoundsViewProps) => (
  <RoundPage rounds={rounds} asked={asked} proposed={valuesInAddress(rounds.issues, asked)} />
)
