'use server'
import { keepPreference as keepForPerson } from '@/lib/kernel/identity/actions-own'
import { savePreference } from '@/lib/ui/save-preference'

/** A preference switched in the shell holds on this device, and for the person wherever they sign in next. */
export async function keepPreference(form: FormData): Promise<void> {
  await savePreference(form)
  await keepForPerson(form)
}
