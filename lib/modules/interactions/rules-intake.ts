type Told = { channel: string; twoWay: boolean; planned: boolean }

/**
 * Whether an imported contact counts for each of the people that its row names: in a LINE group or a mail to several,
 * where a file does not say who answered, it counts for nobody of them, though it does for the account.
 */
export function answeredInIntake({ channel, twoWay, planned }: Told, people: number): boolean {
  const written = channel === 'line' || channel === 'mail'
  return twoWay && !planned && !(written && people > 1)
}
