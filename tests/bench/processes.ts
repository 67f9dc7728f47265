import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100
type Process = { pid: number; parent: number; title: string; seconds: number }

function look(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8')
        const fields = text
          .slice(text.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number)
        const title = readFileSync(`/proc/${name}/cmdline`, 'utf8')
        return [
          {
            pid: Number(name),
            parent: fields[1] ?? 0,
            title,
            seconds: ((fields[11] ?? 0) + (fields[12] ?? 0)) / ticksPerSecond,
          },
        ]
      } catch {
        return []
      }
    })
}

/** CPU seconds so far of a process and everything below it, and of the database server that it uses. Linux only. */
export function cpuSeconds(pid: number): number {
  const all = look()
  const belongs = new Set([pid, ...all.filter(({ title }) => title.includes('bench-postgres')).map((each) => each.pid)])
  for (let grew = true; grew; ) {
    const before = belongs.size
    for (const each of all) if (belongs.has(each.parent)) belongs.add(each.pid)
    grew = belongs.size > before
  }
  return all.filter((each) => belongs.has(each.pid)).reduce((sum, { seconds }) => sum + seconds, 0)
}
