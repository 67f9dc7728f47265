import 'server-only'
import { z } from 'zod'

const shape = z.object({
  DATABASE_URL: z.string().min(1),
  APP_ORIGIN: z.url().default('http://localhost:3000'),
  AUTH_SECRET: z.string().min(32),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Accord <accord@localhost>'),
  ANCHORS_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})
export type Environment = z.output<typeof shape>

let known: Environment | undefined

/** The settings of this process, checked once at first use, so that a build needs none of them. */
export function environment(): Environment {
  known ??= shape.parse(process.env)
  return known
}
