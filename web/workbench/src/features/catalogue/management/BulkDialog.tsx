import { elementGroups, elementInfo, elementNames, prepareBulkChange, type BulkMode, type ElementName } from '@tongban/server/src/modules/catalog/contract.ts';
import { Checkbox, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { ElementControl } from '../editor/ElementControl.tsx';
import { withElement } from '../editor/elements-keeper.ts';
import { groupNames } from '../editor/GroupNav.tsx';
import { isOptional } from '../editor/schema-limits.ts';
import { text } from '../text.ts';
import { blankElements } from './blank-elements.ts';
import '../editor/editor.css';

const words = text.bulk;
/** Elements that are each item's own, or have editors of their own; the server refuses them too. */
const single: ReadonlySet<ElementName> = new Set([
  'name', 'catalogCode', 'localCatalogCode', 'taskCode', 'handlingItemCode', 'localTaskCode', 'regionCode', 'organizationId', 'departmentName', 'materials',
  'conditionPoints', 'questionnaire', 'forms', 'handling', 'handlingDepartments', 'results',
]);
const choices = groupNames.map((group) => ({
  label: elementGroups[group],
  options: elementNames.filter((name) => elementInfo[name].group === group && !single.has(name)).map((name) => ({ value: name, label: elementInfo[name].label })),
})).filter(({ options }) => options.length > 0);

/** One element for many items: what it will say, then a preview (CAT-02). */
export function BulkDialog({ itemIds, onClose }: { itemIds: readonly string[]; onClose: () => void }) {
  const navigate = useNavigate();
  const [element, setElement] = useState<ElementName>('tags');
  const [mode, setMode] = useState<BulkMode>('add');
  const [elements, setElements] = useState(blankElements);
  const [clear, setClear] = useState(false);
  const { run, busy, problem } = useAction(prepareBulkChange);
  const several = elementInfo[element].kind === 'codes';
  const value = clear ? undefined : elements[element];
  return (
    <Modal
      open
      width={720}
      title={words.title}
      okText={words.preview}
      confirmLoading={busy}
      onCancel={onClose}
      mask={{ closable: false }}
      onOk={() => {
        void run({ body: { element, mode: several ? mode : 'set', itemIds: [...itemIds], ...(value === undefined ? {} : { value }) } }, ({ id }) => {
          void navigate(links.bulkChange(id));
        });
      }}
    >
      <p className="muted">{words.lead(itemIds.length)}</p>
      <ProblemAlert problem={problem} />
      <div className="dialog-form">
        <label htmlFor="bulk-element">{words.element}</label>
        <Select
          id="bulk-element"
          value={element}
          showSearch={{ optionFilterProp: 'label' }}
          options={choices}
          onChange={(next: ElementName) => {
            setElement(next);
            setElements(blankElements);
            setClear(false);
          }}
        />
        {several ? (
          <Segmented<BulkMode> value={mode} options={(['add', 'remove', 'set'] as const).map((one) => ({ value: one, label: words.modes[one] }))} onChange={setMode} />
        ) : null}
        <label htmlFor={`edit-${element}`}>{words.value}</label>
        <ElementControl
          name={element}
          elements={elements}
          findings={[]}
          disabled={clear}
          versionId=""
          onChange={(changes) => setElements((before) => Object.entries(changes).reduce((all, [name, next]) => withElement(all, name as ElementName, next), before))}
        />
        {isOptional(element) && (!several || mode === 'set') ? <Checkbox checked={clear} onChange={({ target }) => setClear(target.checked)}>{words.clear}</Checkbox> : null}
        <p className="faint small">{elementInfo[element].help}</p>
      </div>
    </Modal>
  );
}
