import { categoryName } from '@/components/data/category-label'
import { categoriesOf, FAMILIES } from '@/lib/bounce/families'

/** The categories as options of a select, by family; `unclassified` only where asked for. */
export function CategoryOptions({ unclassified }: { unclassified?: string }) {
  return (
    <>
      {FAMILIES.filter((family) => family.id !== 'unclassified').map((family) => (
        <optgroup key={family.id} label={family.name}>
          {categoriesOf(family.id).map(({ id }) => (
            <option key={id} value={id}>
              {categoryName(id)}
            </option>
          ))}
        </optgroup>
      ))}
      {unclassified && <option value="unclassified">{unclassified}</option>}
    </>
  )
}
