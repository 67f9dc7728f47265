import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { receiveFiles } from '@/lib/kernel/upload'
import { store } from '@/lib/modules/files/commands'
import { filesOf } from '@/lib/modules/files/queries'
import { aCompany, anAccount } from '../accounts/scene'

const own = { origin: 'http://localhost:3000' }
const photo = new File([Buffer.from('ffd8ffe000104a4649460001', 'hex')], '陳列照片.jpg', { type: 'image/jpeg' })
const drawing = new File(['<svg/>'], '圖.svg', { type: 'image/png' })

type Sent = { files: readonly File[]; fields?: Record<string, string>; headers?: Record<string, string> }

async function sent(actor: Actor | null, { files, fields = {}, headers = own }: Sent) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of files) body.append('file', file)
  const request = new Request('http://localhost:3000/api/files', { method: 'POST', body, headers })
  const response = await receiveFiles(request, store, actor, 'zh-TW')
  return { status: response.status, answer: await response.json() }
}

describe('uploading', () => {
  it('stores what may be stored and says of every other file why not, in the reader’s language', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine)
    const { status, answer } = await sent(mine, { files: [photo, drawing], fields: { accountId } })
    expect(status).toBe(200)
    expect(answer.files).toMatchObject([{ name: '陳列照片.jpg', mediaType: 'image/jpeg' }])
    expect(answer.refused).toMatchObject([{ name: '圖.svg', code: 'files.fileActive' }])
    expect((await ask(filesOf, mine, { accountId })).files).toHaveLength(1)
  })

  it('is for members, from our own pages', async () => {
    const { mine } = await aCompany()
    expect((await sent(null, { files: [photo] })).status).toBe(401)
    const elsewhere: Record<string, string>[] = [{}, { origin: 'null' }, { origin: 'https://evil.example' }]
    for (const headers of elsewhere) expect((await sent(mine, { files: [photo], headers })).status).toBe(403)
  })

  it('refuses fields that nobody asked for, and requests without files or of another shape', async () => {
    const { mine } = await aCompany()
    expect((await sent(mine, { files: [photo], fields: { uploadedBy: mine.id } })).status).toBe(422)
    expect((await sent(mine, { files: [] })).status).toBe(422)
    const json = new Request('http://localhost:3000/api/files', { method: 'POST', body: '{}', headers: own })
    expect((await receiveFiles(json, store, mine, 'en')).status).toBe(422)
  })

  it('reads no more than the largest request, whatever length it claims', async () => {
    const { mine } = await aCompany()
    const large = new File([Buffer.alloc(55_000_000)], 'a.jpg')
    const { status, answer } = await sent(mine, { files: [large] })
    expect(status).toBe(413)
    expect(answer.sentence).toBe('一次傳送的內容太大，請減少檔案或縮小檔案。')
  })
})
