import { randomUUID } from 'node:crypto'
import { within } from './driver-scene'

/** What one request does in its transaction, whichever driver runs it. */
export type Statements = {
  pid(): Promise<number>
  note(id: string): Promise<unknown>
  sleep(seconds: number): Promise<unknown>
}
export type Load = {
  transact: (request: (statements: Statements) => Promise<void>) => Promise<void>
  kill: (pid: number) => Promise<void>
  isClean: (error: unknown) => boolean
  victims: number
  /** Requests for every victim. */
  calm: number
  workers: number
  /** Milliseconds after which a request counts as hung. */
  patience: number
}

type Fate = 'answered' | 'clean failure' | 'other failure' | 'hung'
export type Told = {
  answered: string[]
  victims: Record<Fate, number>
  others: Record<Fate, number>
}

const nobody = (): Record<Fate, number> => ({ answered: 0, 'clean failure': 0, 'other failure': 0, hung: 0 })

/** How a backend dies: between two statements, inside one, or unnoticed before the commit. */
const deaths = [
  async ({ sleep }: Statements, kill: () => Promise<void>) => {
    await kill()
    await sleep(0)
  },
  async ({ sleep }: Statements, kill: () => Promise<void>) => {
    const sleeping = sleep(30)
    await kill()
    await sleeping
  },
  async (_: Statements, kill: () => Promise<void>) => {
    await kill()
  },
  async ({ sleep }: Statements, kill: () => Promise<void>) => {
    await Promise.all([sleep(0), kill(), sleep(0), sleep(30), sleep(0)])
  },
]

/**
 * Workers take requests from one line; every so often a request loses its backend in one of several ways.
 * Each request writes one row, so that the table tells which ones were really saved.
 */
export async function loadWithKills({
  transact,
  kill,
  isClean,
  victims,
  calm,
  workers,
  patience,
}: Load): Promise<Told> {
  const told: Told = { answered: [], victims: nobody(), others: nobody() }
  let next = 0
  const request = async (number: number) => {
    const id = randomUUID()
    const isVictim = number % calm === calm - 1
    const death = isVictim ? deaths[Math.floor(number / calm) % deaths.length] : undefined
    const fate = await within(
      patience,
      transact(async (statements) => {
        const pid = await statements.pid()
        await statements.note(id)
        if (death) await death(statements, () => kill(pid))
        else await statements.sleep(0.002)
      }).then(
        (): Fate => 'answered',
        (error): Fate => (isClean(error) ? 'clean failure' : 'other failure'),
      ),
    )
    if (fate === 'answered') told.answered.push(id)
    told[isVictim ? 'victims' : 'others'][fate]++
  }
  const work = async () => {
    while (next < victims * calm) await request(next++)
  }
  await Promise.all(Array.from({ length: workers }, work))
  return told
}
