import { DescriptionList } from '@tongban/ui';
import type { LicenceLife } from '@tongban/server/src/modules/catalog/contract.ts';
import { Link } from 'react-router';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

/** What else is done with the licences of this item, from issue to end, and by which items (CAT-07). */
export function LicenceLives({ lives, itemId }: { lives: readonly LicenceLife[]; itemId: string }) {
  return (
    <div className="stack stack--tight">
      {lives.map(({ licenceTypeCode, licenceName, stages }) => (
        <div key={licenceTypeCode}>
          <h3>{text.life(licenceName)}</h3>
          <DescriptionList entries={stages.map(({ name, items }) => ({
            term: name,
            value: (
              <ul className="licence-life">
                {items.map((item) => (
                  <li key={item.itemId}>
                    {item.itemId === itemId ? <>{item.name} <span className="muted">（{text.thisItem}）</span></> : <><Link to={links.item(item.itemId)}>{item.name}</Link> <span className="muted">{item.departmentName}</span></>}
                  </li>
                ))}
              </ul>
            ),
          }))} />
        </div>
      ))}
    </div>
  );
}
