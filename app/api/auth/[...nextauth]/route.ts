import { answerNextAuth } from '@/lib/kernel/identity/next-auth'

export { answerNextAuth as GET, answerNextAuth as POST }
