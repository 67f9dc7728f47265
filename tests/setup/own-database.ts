import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { copyTemplate } from './template'

/** Every test file gets a database of its own, named before anything of the product is imported. */
const name = `accord_test_${process.pid}_${randomBytes(3).toString('hex')}`
const copy = await copyTemplate(inject('template'), name)

process.env.DATABASE_URL = copy.app
process.env.DATABASE_URL_DIRECT = copy.owner
process.env.ACCORD_TEST_SUPERUSER = copy.superuser
process.env.AUTH_SECRET ??= 'a secret of the tests, at least 32 characters long'
process.env.APP_ORIGIN ??= 'http://localhost:3000'
process.env.ANCHORS_FILE = path.join(tmpdir(), `${name}-anchors.jsonl`)
process.env.LOG_LEVEL ??= 'silent'
