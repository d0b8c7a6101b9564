/** Why a port could not be opened, as faults of the variables that name it. */
import { ConfigurationError } from './configuration.ts'

export interface Listening { readonly variable: 'PORT' | 'AMORA_METRICS_PORT', readonly host: string, readonly port: number }

/** The error in words that a person can act on; an error that says nothing about the address stays as it is. */
export function listenFault (error: unknown, { variable, host, port }: Listening): unknown {
  switch ((error as NodeJS.ErrnoException).code ?? '') {
    case 'EADDRINUSE': return new ConfigurationError([`${variable} ${port} is taken by another program; for example ${variable}=0 takes a free one`])
    case 'EACCES': return new ConfigurationError([`${variable} ${port} may not be opened by this user; for example ${variable}=0 takes a free one`])
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return new ConfigurationError([`HOST ${host} is no address of this machine; for example HOST=127.0.0.1`])
    default: return error
  }
}
