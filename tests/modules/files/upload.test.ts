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

const address = 'http://localhost:3000/api/files'

async function sent(actor: Actor | null, { files, fields = {}, headers = own }: Sent) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of files) body.append('file', file)
  return answerTo(actor, new Request(address, { method: 'POST', body, headers }))
}

async function answerTo(actor: Actor | null, request: Request) {
  const response = await receiveFiles(request, store, actor, 'zh-TW')
  return { status: response.status, answer: await response.json() }
}

/** A file that arrives piece by piece, a megabyte each, and never says how long it is. */
function inPieces(megabytes: number): Request {
  let left = megabytes
  const body = new ReadableStream<Uint8Array>({
    start: (controller) =>
      controller.enqueue(Buffer.from('--p\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n')),
    pull: (controller) => (left-- > 0 ? controller.enqueue(Buffer.alloc(1_000_000)) : controller.close()),
  })
  const headers = { ...own, 'content-type': 'multipart/form-data; boundary=p' }
  return new Request(address, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
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
    const json = new Request(address, { method: 'POST', body: '{}', headers: own })
    expect((await receiveFiles(json, store, mine, 'en')).status).toBe(422)
  })

  it('reads no more than the largest request, whatever length it claims', async () => {
    const { mine } = await aCompany()
    const { status, answer } = await answerTo(mine, inPieces(55))
    expect(status).toBe(413)
    expect(answer.sentence).toBe('一次傳送的內容太大，請減少檔案或縮小檔案。')
  })
})
