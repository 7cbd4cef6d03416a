import { Alert, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { text } from '../text.ts';
import { dependantsOf, formsReading, usualMend, type Dependant, type Mend, type Removal } from './dependants.ts';
import { leadsOneWay } from './edits.ts';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding.removal;

/** Before something is taken away that others depend on: which way people go on, and what becomes of each dependant; all in one step that can be undone (GDE-01). */
export function RemoveDialog({ editing, asked, onClose }: { editing: GuidedEditing; asked: Removal; onClose: () => void }) {
  const { guided, elements, carryOut } = editing;
  const [keep, setKeep] = useState(asked.kind === 'question' ? asked.keep ?? '' : '');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Mend>>(new Map());
  const removal: Removal = asked.kind === 'question' ? { ...asked, keep: keep || undefined } : asked;
  const question = asked.kind === 'question' ? guided.questionnaire.questions.find(({ key }) => key === asked.key) : undefined;
  const dependants = dependantsOf(guided, removal).filter(({ needed }) => asked.kind === 'question' || !needed);
  const mendOf = (dependant: Dependant): Mend => chosen.get(dependant.material.key) ?? usualMend(dependant, removal);
  const forms = asked.kind === 'question' ? formsReading(elements, asked.key) : [];
  return (
    <Modal
      open width={640} title={words.title[asked.kind]} okText={dependants.length > 0 ? words.removeAndMend : words.remove} okButtonProps={{ danger: true }} onCancel={onClose}
      onOk={() => { carryOut(removal, new Map(dependants.map((dependant) => [dependant.material.key, mendOf(dependant)]))); onClose(); }}
    >
      <div className="guide-form">
        {question && !leadsOneWay(guided, question.key) ? (
          <div className="guide-field">
            <span>{words.keep}</span>
            <Radio.Group
              className="guide-choices" value={keep} onChange={({ target }) => { setKeep(String(target.value)); setChosen(new Map()); }}
              options={[...question.options.map((option) => ({ value: option.key, label: option.text || text.guiding.blankOption })), { value: '', label: words.keepNone }]}
            />
          </div>
        ) : null}
        {dependants.length > 0 ? (
          <div className="guide-field">
            <span>{words.dependants(dependants.length)}</span>
            <ul className="guide-mends">
              {dependants.map((dependant) => (
                <li key={dependant.material.key}>
                  <span>{dependant.material.name}</span>
                  <Select
                    size="small" aria-label={words.mendOf(dependant.material.name)} value={mendOf(dependant)} style={{ width: '17rem' }}
                    options={(['follow', 'ask-all', 'remove'] as const).map((mend) => ({ value: mend, label: words.mends[mend === 'follow' && !dependant.needed ? 'unneeded' : mend] }))}
                    onChange={(mend: Mend) => setChosen((before) => new Map([...before, [dependant.material.key, mend]]))}
                  />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {forms.length > 0 ? <Alert type="warning" showIcon title={words.forms(forms.join('”“'))} /> : null}
        <p className="faint small">{words.undo}</p>
      </div>
    </Modal>
  );
}
