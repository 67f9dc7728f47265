'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as together from './commands-together'

const page = ({ id }: { id: string }) => `/imports/${id}`

export const readAs = action(commands.readAs, { to: page })
export const mapColumns = action(commands.map, { to: page })
export const runImport = action(commands.run, { to: page })
export const undoImport = action(commands.undo, { to: page })

const pageOfAll = ({ id }: { id: string }) => `/imports/together/${id}`

export const checkTogether = action(together.checkTogether, { to: pageOfAll })
export const runTogether = action(together.runTogether, { to: pageOfAll })
export const undoTogether = action(together.undoTogether, { to: pageOfAll })
