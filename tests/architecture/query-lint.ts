import { loadModule, parseSync } from 'libpg-query'

await loadModule()

type Node = Record<string, unknown>
type Table = { name: string; alias: string }

/** The sentence for what is wrong with a statement; empty when every tenant table in it is pinned to one workspace. */
export function queryViolations(text: string, tenantTables: ReadonlySet<string>): string[] {
  const found: string[] = []
  const { stmts } = parseSync(text) as unknown as { stmts?: { stmt: Node }[] }
  for (const { stmt } of stmts ?? []) statement(stmt, { tenantTables, found, withNames: new Set() })
  return [...new Set(found)]
}

type Context = { tenantTables: ReadonlySet<string>; found: string[]; withNames: ReadonlySet<string> }

function statement(node: Node, context: Context) {
  const [kind = '', body] = Object.entries(node)[0] ?? []
  const inner = body as Node
  if (kind === 'SelectStmt') return select(inner, context)
  if (kind === 'UpdateStmt' || kind === 'DeleteStmt') return change(inner, context)
  if (kind === 'InsertStmt') return insert(inner, context)
  if (kind === 'MergeStmt') context.found.push('MERGE is refused')
  if (kind === 'VariableSetStmt' && String(inner.name).startsWith('app.'))
    context.found.push('SET app.* outside enter_workspace')
}

function select(body: Node, context: Context) {
  const scope = withClauses(body, context)
  for (const side of ['larg', 'rarg']) if (body[side]) select(body[side] as Node, scope)
  level(listOf(body.fromClause), [body.whereClause], body, scope)
}

function change(body: Node, context: Context) {
  const scope = withClauses(body, context)
  const target = { RangeVar: body.relation }
  level([target, ...listOf(body.fromClause), ...listOf(body.usingClause)], [body.whereClause], body, scope)
}

function insert(body: Node, context: Context) {
  const scope = withClauses(body, context)
  const { relname } = body.relation as { relname: string }
  const source = (body.selectStmt as { SelectStmt?: Node } | undefined)?.SelectStmt
  if (scope.tenantTables.has(relname)) {
    const columns = listOf(body.cols).map((column) => (column.ResTarget as { name: string }).name)
    if (!columns.includes('workspace_id')) scope.found.push(`INSERT into ${relname} names no workspace_id`)
    if (source && !source.valuesLists) scope.found.push(`INSERT … SELECT into ${relname}`)
    if (source && deep(source, 'SubLink').length > 0) scope.found.push(`a subquery inside VALUES of ${relname}`)
  }
  if (source) select(source, scope)
}

function withClauses(body: Node, context: Context): Context {
  const parts = listOf((body.withClause as Node | undefined)?.ctes).map((each) => each.CommonTableExpr as Node)
  const withNames = new Set([...context.withNames, ...parts.map((part) => String(part.ctename))])
  const scope = { ...context, withNames }
  for (const part of parts) statement(part.ctequery as Node, scope)
  return scope
}

/** One level of a statement: its own tables must each be pinned here; what is nested is a level of its own. */
function level(from: readonly Node[], conditions: readonly unknown[], body: Node, context: Context) {
  const tables: Table[] = []
  const conjuncts = conditions.flatMap(conjunctsOf)
  for (const item of from) source(item, tables, conjuncts, context)
  const own = tables.filter(({ name }) => context.tenantTables.has(name) && !context.withNames.has(name))
  for (const table of own)
    if (!conjuncts.some((conjunct) => pins(conjunct, table, tables.length === 1)))
      context.found.push(`${table.name} as ${table.alias} is not pinned to a workspace`)
  const { withClause: _with, larg: _l, rarg: _r, fromClause: _f, relation: _t, ...rest } = body
  for (const link of deep([rest, conditions], 'SubLink', true)) statement(link.subselect as Node, context)
  for (const call of deep(rest, 'FuncCall'))
    if (nameOf(call.funcname).endsWith('set_config')) context.found.push('set_config is refused')
}

function source(item: Node, tables: Table[], conjuncts: Node[], context: Context) {
  const range = item.RangeVar as { relname: string; schemaname?: string; alias?: { aliasname: string } } | undefined
  if (range && (!range.schemaname || range.schemaname === 'public'))
    tables.push({ name: range.relname, alias: range.alias?.aliasname ?? range.relname })
  const join = item.JoinExpr as { larg: Node; rarg: Node; quals?: Node } | undefined
  if (join) {
    conjuncts.push(...conjunctsOf(join.quals))
    source(join.larg, tables, conjuncts, context)
    source(join.rarg, tables, conjuncts, context)
  }
  const nested = item.RangeSubselect as { subquery: Node } | undefined
  if (nested) statement(nested.subquery, context)
}

function conjunctsOf(node: unknown): Node[] {
  if (!node) return []
  const both = (node as Node).BoolExpr as { boolop: string; args: Node[] } | undefined
  return both?.boolop === 'AND_EXPR' ? both.args.flatMap(conjunctsOf) : [node as Node]
}

/** `alias.workspace_id = $1`, either way round; a comparison with another column or a setting is no pin. */
function pins(conjunct: Node, table: Table, alone: boolean): boolean {
  const expression = conjunct.A_Expr as { kind: string; name: Node[]; lexpr: Node; rexpr: Node } | undefined
  if (!expression || nameOf(expression.name) !== '=') return false
  const sides: [Node, Node][] = [
    [expression.lexpr, expression.rexpr],
    [expression.rexpr, expression.lexpr],
  ]
  return sides.some(([column, value]) => {
    const path = listOf((column?.ColumnRef as Node | undefined)?.fields).map((field) =>
      String((field.String as Node)?.sval),
    )
    const names = path.at(-1) === 'workspace_id' && (path.length > 1 ? path.at(-2) === table.alias : alone)
    return names && isBound(value)
  })
}

function isBound(value: Node | undefined): boolean {
  if (!value) return false
  if (value.ParamRef || value.A_Const) return true
  return isBound((value.TypeCast as { arg?: Node } | undefined)?.arg)
}

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : [])
const nameOf = (parts: unknown) =>
  listOf(parts)
    .map((part) => (part.String as { sval?: string })?.sval ?? '')
    .join('.')

/** Every node of a kind below; with `once`, not those inside another of the same kind. */
function deep(node: unknown, kind: string, once = false): Node[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const here = key === kind ? [value as Node] : []
    return once && here.length > 0 ? here : [...here, ...deep(value, kind, once)]
  })
}
