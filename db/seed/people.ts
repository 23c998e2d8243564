import type { Random } from './random'

const FIRST =
  'Ada Aino Alba Amir Anton Asta Beatriz Bruno Carla Cem Clara Dario Dilan Edda Elias Emre Erik Eva Farid Finn Freya Gita Greta Hanna Hugo Ida Ilse Ines Ivan Jana Jens Joana Joris Kaia Karim Kirsten Lars Lea Lena Liv Luca Lukas Magda Malik Marek Marta Mats Mila Nadia Nils Noa Nora Olga Otto Paula Pavel Petra Rafael Rana Rita Rune Samir Selma Sven Tara Teo Thea Tilda Ugo Uma Vera Viktor Wanda Yara Yusuf Zoe'.split(
    ' ',
  )
const LAST =
  'Aalto Almeida Arnaud Bakker Barros Becker Berg Brandt Bruun Castro Dahl Dietrich Dubois Duarte Eklund Falk Ferreira Fischer Fontana Garnier Graf Haas Hansen Holm Iversen Jansen Kaya Keller Klein Kovacs Krause Kruger Lange Laurent Lind Lund Marino Meyer Moreau Nagy Nielsen Novak Nyman Olsen Ortega Pavlov Peeters Pereira Petit Quist Ricci Rossi Roth Santos Sato Schmid Silva Stone Sorensen Tanaka Thorsen Urban Vargas Vidal Vogel Wagner Weber Winter Wolf Yilmaz Zeman'.split(
    ' ',
  )
const PLACE =
  'aarhus alpen baltic basel berg bremen brno budapest danube delft elbe fjord gent granit hafen harz jura krakow leipzig linz lyon malmo minho mosel nord odense ostsee porto quell rhein riga saar seine stadt tampere tirol utrecht vaasa wien zurich'.split(
    ' ',
  )
const TRADE =
  'atelier automation bau beton consult data energy foods freight grid handel health hotel hydro labs legal logistik media metal motors optik pharma print retail software solar steel studio systems textil trade tools verlag werk wood'.split(
    ' ',
  )

/** Misspelt domains of well-known mailbox providers, as people type them. */
const TYPOS = ['gmal.com', 'gmial.com', 'gmail.con', 'hotmial.com', 'outlok.com', 'yaho.com'] as const

export interface Person {
  name: string
  address: string
  domain: string
}

/** The person number `index` of a company; the same index is always the same person. */
function personAt(domain: string, index: number): Person {
  const first = FIRST[index % FIRST.length]!
  const last = LAST[Math.floor(index / FIRST.length + index * 7) % LAST.length]!
  const local = index % 3 === 0 ? `${first[0]}.${last}` : index % 3 === 1 ? `${first}.${last}` : first
  return { name: `${first} ${last}`, address: `${local}@${domain}`.toLowerCase(), domain }
}

const FORMS = PLACE.length * TRADE.length
const COMPANIES = FORMS * 4

/** The domain of company number `index`; neighbours in number have nothing in common. */
function companyAt(index: number): string {
  const mixed = (index * 1999) % COMPANIES
  const place = PLACE[mixed % PLACE.length]!
  const trade = TRADE[Math.floor(mixed / PLACE.length) % TRADE.length]!
  const forms = [place + trade, `${place}-${trade}`, trade + place, `${trade}-${place}`]
  return `${forms[Math.floor(mixed / FORMS)]}.example`
}

/** Somebody whose company is hosted by server number `host`; a few companies and people come up often, most once or twice. */
export function somebodyAt(random: Random, host: number): Person {
  const company = companyAt(host * 400 + Math.floor(random.next() ** 2 * 400))
  return personAt(company, Math.floor(random.next() ** 1.5 * 240))
}

/** Somebody whose domain does not exist: a misspelt provider, or a company that let its name lapse. */
export function nobody(random: Random): Person {
  const index = random.int(0, 4000)
  if (random.next() < 0.35) return personAt(random.pick(TYPOS), index)
  return personAt(`${random.pick(PLACE)}${random.pick(TRADE)}-gmbh.example`, index % 12)
}
