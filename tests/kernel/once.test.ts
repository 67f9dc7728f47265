import { describe, expect, it } from 'vitest'
import type { Look } from '@/lib/kernel/command'
import { once } from '@/lib/kernel/once'

const look = (found?: Map<string, Promise<unknown>>) => ({ ...(found && { found }) }) as unknown as Look

describe('what several reads want to know', () => {
  it('is asked once for a page, by what it is asked of', async () => {
    const page = look(new Map())
    let asked = 0
    const find = (key: string) => once(page, key, async () => ++asked)
    expect(await Promise.all([find('a'), find('a'), find('b')])).toEqual([1, 1, 2])
  })

  it('is asked anew by a command, which may have changed it', async () => {
    let asked = 0
    const find = () => once(look(), 'a', async () => ++asked)
    expect([await find(), await find()]).toEqual([1, 2])
  })
})
