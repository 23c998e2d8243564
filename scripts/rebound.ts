// The command line: npm run -s rebound -- --help
import { existsSync } from 'node:fs'
import { runCommandLine } from '@/lib/cli/run'

if (existsSync('.env')) process.loadEnvFile('.env')
const io = { out: console.log, err: console.error, stdin: process.stdin }
process.exitCode = await runCommandLine(process.argv.slice(2), io)
