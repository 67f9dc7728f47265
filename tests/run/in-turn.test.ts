import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { turns } from '@/lib/run/in-turn.mjs'

const longPatience = 60_000

/** Requests by name that begin when they are let in and end when the test says so. */
function visitors(inTurn: ReturnType<typeof turns>) {
  const begun: string[] = []
  const come = (name: string) => {
    const response = new EventEmitter()
    const answered = inTurn(response, () => begun.push(name))
    return { answered, leave: () => response.emit('close') }
  }
  return { begun, come }
}

describe('Requests at a web process', () => {
  it('are answered a few at once, the others after them in the order in which they came', async () => {
    const { begun, come } = visitors(turns({ most: 2, patience: longPatience }))
    const [first, second] = [come('first'), come('second'), come('third'), come('fourth')]
    expect(begun).toEqual(['first', 'second'])
    second.leave()
    expect(begun).toEqual(['first', 'second', 'third'])
    second.leave()
    first.leave()
    expect(begun).toEqual(['first', 'second', 'third', 'fourth'])
  })

  it('that take long let the next one begin beside them', async () => {
    const inTurn = turns({ most: 1, patience: 1 })
    await inTurn(new EventEmitter(), () => 'never ends')
    expect(await inTurn(new EventEmitter(), () => 'next')).toBe('next')
  })

  it('whose sender goes away while they wait are not answered, and hold nobody up', async () => {
    const { begun, come } = visitors(turns({ most: 1, patience: longPatience }))
    const [first, gone, last] = [come('first'), come('gone'), come('last')]
    gone.leave()
    expect(await gone.answered).toBeUndefined()
    first.leave()
    await last.answered
    expect(begun).toEqual(['first', 'last'])
  })

  it('begin as themselves, whoever let them in, and pass on what went wrong', async () => {
    const who = new AsyncLocalStorage<string>()
    const inTurn = turns({ most: 1, patience: longPatience })
    const response = new EventEmitter()
    await inTurn(response, () => undefined)
    const seen = who.run('second', () => inTurn(new EventEmitter(), () => who.getStore()))
    who.run('first', () => response.emit('close'))
    expect(await seen).toBe('second')
    const failing = turns({ most: 1, patience: longPatience })(new EventEmitter(), () =>
      Promise.reject(new Error('no')),
    )
    await expect(failing).rejects.toThrow('no')
  })
})
