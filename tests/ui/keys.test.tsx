// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { runKey, setSingleKeys, shortcutsNow, useKey } from '@/lib/ui/keys'
import { press, screen } from './screen'

const words = { label: '前往', group: '前往' }

function Keys({ keys, heard }: { keys: readonly string[]; heard: string[] }) {
  return keys.map((each) => <Key key={each} keys={each} heard={heard} />)
}
function Key({ keys, heard }: { keys: string; heard: string[] }) {
  useKey(keys, () => heard.push(keys), words)
  return null
}

const typeKeys = async (keys: string, target: EventTarget = document.body) => {
  for (const key of keys) await press(target, key)
}

afterEach(() => setSingleKeys(true))

describe('shortcuts', () => {
  it('hear sequences however fast they are typed, and single keys beside them', async () => {
    const heard: string[] = []
    await screen(<Keys keys={['g a', 'g c', 'j', 'l', '?']} heard={heard} />)
    await typeKeys('gajgclj?')
    expect(heard).toEqual(['g a', 'j', 'g c', 'l', 'j', '?'])
  })

  it('start over when a sequence goes wrong, without losing the key that broke it', async () => {
    const heard: string[] = []
    await screen(<Keys keys={['g a', 'l', 'j']} heard={heard} />)
    await typeKeys('gjggal')
    expect(heard).toEqual(['j', 'g a', 'l'])
  })

  it('stay silent in inputs, while a word is composed, under a modal dialog, and when turned off', async () => {
    const heard: string[] = []
    const { find } = await screen(
      <>
        <Keys keys={['l', 'mod+k']} heard={heard} />
        <input aria-label="名稱" />
        <textarea aria-label="摘要" />
      </>,
    )
    await typeKeys('l', find('input'))
    await typeKeys('l', find('textarea'))
    await press(document.body, 'l', { isComposing: true })
    await press(document.body, 'l', { keyCode: 229 })
    await press(document.body, 'l', { altKey: true })
    setSingleKeys(false)
    await typeKeys('l')
    expect(heard).toEqual([])
    expect(await press(find('input'), 'k', { ctrlKey: true })).toBe(false)
    expect(heard).toEqual(['mod+k'])

    setSingleKeys(true)
    const dialog = document.createElement('div')
    dialog.setAttribute('role', 'dialog')
    dialog.setAttribute('aria-modal', 'true')
    document.body.append(dialog)
    await typeKeys('l')
    expect(heard).toEqual(['mod+k'])
  })

  it('belong to whoever came last, and end with them', async () => {
    const heard: string[] = []
    const { draw } = await screen(<Key keys="l" heard={heard} />)
    const other: string[] = []
    await draw(
      <>
        <Key keys="l" heard={heard} />
        <Key keys="l" heard={other} />
      </>,
    )
    await act(async () => void runKey('l'))
    expect([heard.length, other.length]).toEqual([0, 1])
    await draw(null)
    expect(shortcutsNow()).toEqual([])
    expect(runKey('l')).toBe(false)
  })
})
