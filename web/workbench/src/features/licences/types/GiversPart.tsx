import { lackingFields, type LicenceFaceLine, type LicenceTypeGiver } from '@tongban/server/src/modules/licences/contract.ts';
import { Link } from 'react-router';
import { Tag } from '../../../shared/case/tags.tsx';
import { links } from '../../../shared/links.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';

const words = text.types.givers;

/** Which items give the licence, and whether their forms have what its face prints. */
export function GiversPart({ givers, face }: { givers: readonly LicenceTypeGiver[]; face: readonly LicenceFaceLine[] }) {
  const mayView = useHolds('catalog.item.view');
  return (
    <Panel title={words.title}>
      {givers.length === 0 ? <p className="muted">{words.none}</p> : (
        <ul className="licence-type__givers">
          {givers.map(({ itemName, versionId, departmentName, published, forms }) => {
            const lacking = new Set(lackingFields(face, forms.map(({ name, fields }) => ({ itemName, formName: name, fields }))).map(({ path }) => path)).size;
            return (
              <li key={versionId}>
                {mayView ? <Link to={links.catalogueVersion(versionId)}>{itemName}</Link> : itemName} <span className="muted small">{departmentName}</span>
                {published ? null : <Tag>{words.draft}</Tag>}
                {forms.length === 0 ? <Tag>{words.named}</Tag> : null}
                {lacking > 0 ? <Tag tone="warning">{words.lacks(lacking)}</Tag> : null}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
