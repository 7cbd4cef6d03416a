import { licenceTypeCodePattern } from '@tongban/server/src/modules/licences/contract.ts';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../../shared/links.ts';
import { Forbidden } from '../../../shared/page/PageState.tsx';
import { Page } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { controlOf, faultsOf } from './type-content.ts';
import { TypeForm } from './TypeForm.tsx';
import { useNewType } from './use-type-draft.ts';

const words = text.types.page;
const isCode = new RegExp(licenceTypeCodePattern);

/** Where a type of licence is made from nothing (LIC-01). */
export function NewTypePage() {
  return useHolds('licences.type.manage') ? <NewType /> : <Forbidden />;
}

function NewType() {
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const draft = useNewType();
  const badCode = draft.code !== '' && (draft.code.length < 4 || !isCode.test(draft.code));
  const missing = useMissing({
    ...Object.fromEntries(faultsOf(draft.value).map(({ path, message }) => [controlOf(path), message])), 'type-code': badCode && text.types.basics.codeLack,
  });
  const discard = () => modal.confirm({ title: words.gone, content: words.discardNew, okText: words.discard, cancelText: words.keep, onOk: draft.discard });
  return (
    <Page
      title={words.newTitle} aside={draft.unsaved ? <span role="status">{words.unsaved}</span> : null}
      actions={(
        <>
          <Button onClick={() => { void navigate(links.licenceTypes()); }}>{words.back}</Button>
          {draft.unsaved ? <Button onClick={discard}>{words.discard}</Button> : null}
          <PrimaryButton loading={draft.busy} onPress={() => { if (missing.check()) draft.save(); }}>{words.create}</PrimaryButton>
        </>
      )}
    >
      <ProblemAlert problem={draft.problem} />
      <TypeForm content={draft.value} change={draft.change} missing={missing} disabled={false} code={{ value: draft.code, onChange: draft.setCode }} givers={[]} changeTypeCode />
    </Page>
  );
}
