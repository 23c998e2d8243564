import { BlockList, isIP } from 'node:net'

/** Private targets that the server's operator allows: `hooks.internal`, `127.0.0.1:9000`, `10.1.0.0/16`. */
export interface AllowList {
  /** A host name or address, as the URL names it. */
  allowsHost: (host: string, port: number) => boolean
  /** An address that a name led to. */
  allowsAddress: (address: string, port: number) => boolean
}

/** Reads the list; throws for an entry that is neither a host, an address nor a network. */
export function readAllowList(entries: readonly string[]): AllowList {
  const hosts = new Set<string>()
  const networks = new BlockList()
  for (const entry of entries) {
    const network = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(entry)
    const family = isIP(network?.[1] ?? '')
    if (network && family) networks.addSubnet(network[1]!, Number(network[2]), family === 4 ? 'ipv4' : 'ipv6')
    else if (/^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(entry)) hosts.add(entry.toLowerCase())
    else throw new Error(`“${entry}” is neither a host, an address nor a network`)
  }
  const named = (host: string, port: number) => {
    const name = isIP(host) === 6 ? `[${host}]` : host.toLowerCase()
    return hosts.has(name) || hosts.has(`${name}:${port}`)
  }
  return {
    allowsHost: named,
    allowsAddress: (address, port) => {
      const family = isIP(address)
      return named(address, port) || (family > 0 && networks.check(address, family === 4 ? 'ipv4' : 'ipv6'))
    },
  }
}
