import { company, employees } from '@/db/seed/company'
import { paperOf } from '@/db/seed/papers'
import { stories } from '@/db/seed/stories'
import { rowsOf } from '@/db/seed/story'

/** Every text of the demonstration that a reader could come to see, with where it stands. */
export function storyTexts(): { place: string; text: string }[] {
  const texts = stories.flatMap((story) =>
    Object.entries({ ...story, ...story.account }).flatMap(([part, value]) =>
      typeof value === 'string'
        ? rowsOf(value)
            .flat()
            .map((text) => ({ place: `${story.key}.${part}`, text }))
        : [],
    ),
  )
  const staff = Object.values(employees).flatMap((employee) => Object.values(employee).flat().map(String))
  const papers = ['comparison', 'quotation', 'shelf'].map((name) => paperOf(name).name)
  const sheet = new TextDecoder().decode(paperOf('comparison').content)
  return [...texts, ...[company, ...staff, ...papers, sheet].map((text) => ({ place: 'company', text }))]
}
