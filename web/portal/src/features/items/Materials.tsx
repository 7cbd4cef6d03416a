import { Badge, Table } from '@tongban/ui';
import type { ApplicationMaterial, ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { useDictionary } from '../../shared/items/dictionary.ts';
import { useMaterialLibrary } from '../../shared/items/library.ts';
import { GuideFile } from './GuideFile.tsx';
import { FreeByLicence, LibraryFiles } from './MaterialLibrary.tsx';
import { text } from './text.ts';

function counts(material: ApplicationMaterial): string {
  return [
    material.originals > 0 ? text.material.originals(material.originals) : '',
    material.copies > 0 ? text.material.copies(material.copies) : '',
    material.pageFormat ?? '',
  ].filter(Boolean).join('，');
}

/** All materials of the item with what each must be and where it comes from. */
export function Materials({ item, itemId, versionId }: { item: ItemElements; itemId: string; versionId: string }) {
  const libraryOf = useMaterialLibrary(itemId);
  const necessity = useDictionary('material-necessity');
  const form = useDictionary('material-form');
  const source = useDictionary('material-source');
  if (item.materials.length === 0) return <p>{item.noMaterials ? text.material.none : text.material.unlisted}</p>;
  return (
    <Table
      caption={text.sections.materials}
      rows={item.materials}
      rowKey={(material) => material.key}
      columns={[
        {
          key: 'name', title: text.material.name, width: '24%',
          cell: (material) => (
            <span className="material-name">
              {material.name}
              {material.formKey && <Badge tone="info">{text.material.generated}</Badge>}
              <FreeByLicence library={libraryOf(material.key)} />
            </span>
          ),
        },
        { key: 'need', title: text.material.need, width: '12%', cell: (material) => (material.when?.length || material.situations ? text.material.situational : necessity(material.necessity)) },
        { key: 'form', title: text.material.form, width: '16%', cell: (material) => <>{form(material.form)}<br />{counts(material)}</> },
        { key: 'source', title: text.material.source, width: '15%', cell: (material) => material.issuingAuthority ?? material.sourceExplanation ?? source(material.source) },
        {
          key: 'note', title: text.material.note,
          cell: (material) => (
            <>
              {material.fillingInstructions && <p>{material.fillingInstructions}</p>}
              <p>{material.acceptanceStandard}</p>
              {material.sample?.text && <p className="muted">{text.material.sample}：{material.sample.text}</p>}
              <LibraryFiles library={libraryOf(material.key)} />
              {material.blankFormFileId && <p><GuideFile versionId={versionId} fileId={material.blankFormFileId}>{text.material.blankForm}</GuideFile></p>}
              {material.sample?.kind === 'file' && material.sample.fileId && <p><GuideFile versionId={versionId} fileId={material.sample.fileId}>{text.material.sampleFile}</GuideFile></p>}
            </>
          ),
        },
      ]}
    />
  );
}
