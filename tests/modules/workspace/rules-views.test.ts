import { describe, expect, it } from 'vitest'
import { linkTo, savedSelection, selectionOf } from '@/lib/modules/workspace/rules-views'

describe('what an address selects', () => {
  it('is the same however it was reached, and wherever in the list somebody is', () => {
    const selection = selectionOf({ tier: 'A,B', sort: '-name', q: '大安' })
    expect(selectionOf({ q: '大安', sort: '-name', tier: ['A', 'B'], after: 'x', before: 'y', peek: '1' })).toBe(
      selection,
    )
    expect(savedSelection(`sort=-name&tier=A%2CB&panel=view&q=${encodeURIComponent('大安')}`)).toBe(selection)
  })

  it('is empty for the list as it comes', () => {
    expect(selectionOf({ q: '', peek: '1', tier: undefined })).toBe('')
    expect(linkTo('/accounts', selectionOf({}))).toBe('/accounts')
  })

  it('stays an address of its own list, whatever was saved', () => {
    const link = linkTo('/accounts', savedSelection('//elsewhere.example/?tier=A#x'))
    expect(new URL(link, 'http://accord.example')).toMatchObject({
      host: 'accord.example',
      pathname: '/accounts',
      hash: '',
    })
  })
})
