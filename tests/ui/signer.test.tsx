// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { SignerView } from '@/lib/modules/agreements/queries-signer'
import { SignerPage } from '@/lib/modules/agreements/views/signer-page'
import { screen } from './screen'

it('whoever signs by link ends electronic signing only behind a fold that says what follows', async () => {
  const asked = { title: '2026 年度合約', name: '陳大安', code: 'A-1', state: 'asked', isTurn: true, frozenHash: 'abc' }
  const standing = { isOver: false, onPaper: false, signedOn: null, isExecuted: false, hasFinal: false, paper: null }
  const signer = { ...asked, ...standing } as unknown as SignerView
  const contact = { company: '商誼食品', name: '王大明' }
  const { container } = await screen(<SignerPage signer={signer} linkId="l" contact={contact} locale="zh-TW" />)
  const object = [...container.querySelectorAll('button')].find((each) => each.textContent?.includes('反對電子簽署'))
  const fold = object?.closest('details')
  expect(fold?.open).toBe(false)
  expect(fold?.textContent).toContain('商誼食品的王大明會將正本寄給您簽署')
})
