import { Missing } from '@/lib/ui/error-page'

export default function NotFound() {
  return <Missing inShell />
}
