import { inject } from 'vitest'

/** A journey may look into the product's own database, and act in it as the product would. */
const { address, app, owner, secret } = inject('product')

process.env.DATABASE_URL = app
process.env.DATABASE_URL_DIRECT = owner
process.env.APP_ORIGIN = address
process.env.AUTH_SECRET = secret
process.env.LOG_LEVEL ??= 'silent'
