const tsconfig = JSON.stringify({
  compilerOptions: {
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'ES2023',
    jsx: 'react-jsx',
    paths: { '@/*': ['./*'] },
  },
})
const nothing = 'export const x = 1\n'

/** A small product in which every import rule is broken once: proof that each of them can fire. */
export const brokenPlan: Readonly<Record<string, string>> = {
  'tsconfig.json': tsconfig,
  'package.json': '{ "type": "module" }',
  'db/client.ts': nothing,
  'db/schema/left.ts': nothing,
  'db/schema/right.ts': nothing,
  'lib/kernel/transaction.ts': "import '../../db/client'\nexport const x = 1\n",
  'lib/kernel/perform.ts': "import './transaction'\nimport '../modules/left/model'\nexport const x = 1\n",
  'lib/kernel/lonely.ts': nothing,
  'lib/kernel/chicken.ts': "import { egg } from './egg'\nexport const chicken = () => egg\n",
  'lib/kernel/egg.ts': "import { chicken } from './chicken'\nexport const egg = () => chicken\n",
  'lib/ui/table.tsx': "import '../modules/left/model'\nexport const x = 1\n",
  'lib/modules/left/model.ts': "import '../../kernel/transaction'\nexport const x = 1\n",
  'lib/modules/left/rules.ts': nothing,
  'lib/modules/left/commands.ts':
    "import '../../../db/schema/right'\nimport '../../kernel/transaction'\nimport '../../../db/client'\nimport '../right/rules'\nexport const x = 1\n",
  'lib/modules/left/views/form.tsx':
    "import '../commands'\nimport '@tanstack/react-table'\nimport '../../../../app/page'\nexport const x = 1\n",
  'lib/modules/right/rules.ts': "import '../left/rules'\nexport const x = 1\n",
  'app/page.tsx':
    "import '../db/client'\nimport '../lib/modules/left/commands'\nimport '../lib/modules/left/views/form'\nexport const x = 1\n",
  'node_modules/@tanstack/react-table/package.json': '{ "name": "@tanstack/react-table", "main": "index.js" }',
  'node_modules/@tanstack/react-table/index.js': 'module.exports = {}\n',
}
