'use server'
import { action } from '@/lib/kernel/action'
import type { FormState } from '@/lib/kernel/form-state'
import * as commands from './commands'
import { answerByLink } from './commands-client'

export const revokeLink = action(commands.revoke)
export async function answerPaper(before: FormState<null>, form: FormData) {
  return answerByLink(before, form)
}
