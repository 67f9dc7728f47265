'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'

const page = ({ id }: { id: string }) => `/imports/${id}`

export const readAs = action(commands.readAs, { to: page })
export const mapColumns = action(commands.map, { to: page })
export const runImport = action(commands.run, { to: page })
export const undoImport = action(commands.undo, { to: page })
