import { describe } from 'vitest'
import { failsWhole, seesHalves } from './all-or-nothing'

describe('a command that fails at any of its statements', async () => {
  await failsWhole(1)
  seesHalves()
})
