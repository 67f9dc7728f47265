import { describe } from 'vitest'
import { failsWhole } from './all-or-nothing'

describe('a command that fails at any of its statements', async () => {
  await failsWhole(3)
})
