import path from 'node:path'
import { root } from './paths.mjs'

/** Where Next keeps the built product. */
export const buildFolder = path.join(root, process.env.NEXT_DIST_DIR ?? '.next')
