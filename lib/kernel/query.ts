import type { z } from 'zod'
import type { Look } from './command'
import type { Permission } from './permission'

/** A read: named like a noun, run in a read-only transaction, answering plain data that the actor may see. */
export type Query<Input extends z.ZodType = z.ZodType, Output = unknown> = {
  name: string
  permission: Permission
  input: Input
  run: (look: Look, input: z.output<Input>) => Promise<Output>
}

export const query = <Input extends z.ZodType, Output>(spec: Query<Input, Output>) => spec
