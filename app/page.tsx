import { redirect } from 'next/navigation'

/** The home page of every role is Today, until a role has a desk of its own. */
export default function Home() {
  redirect('/today')
}
