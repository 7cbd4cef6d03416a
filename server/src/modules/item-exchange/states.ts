/** What becomes of an imported file; see README. */
export const importStates = ['reading', 'failed', 'previewed', 'running', 'finished', 'cancelled', 'undoing', 'undone', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

export type ImportAction = 'preview' | 'fail' | 'run' | 'discard' | 'finish' | 'cancel' | 'undo' | 'end-undo';

const transitions: Readonly<Record<ImportState, Partial<Record<ImportAction, ImportState>>>> = {
  reading: { preview: 'previewed', fail: 'failed', discard: 'discarded' },
  failed: {},
  previewed: { run: 'running', discard: 'discarded' },
  running: { finish: 'finished', cancel: 'cancelled', undo: 'undoing' },
  finished: { undo: 'undoing' },
  cancelled: { undo: 'undoing' },
  undoing: { 'end-undo': 'undone' },
  undone: {},
  discarded: {},
};

/** The state after `action`, or undefined when this state refuses it (CAT-12). */
export function findNextState(state: ImportState, action: ImportAction): ImportState | undefined {
  return transitions[state][action];
}

/** Chinese name of a state. */
export const stateLabels: Readonly<Record<ImportState, string>> = {
  reading: '正在读取', failed: '无法读取', previewed: '待确认', running: '正在导入', finished: '已完成', cancelled: '已中止', undoing: '正在撤销', undone: '已撤销',
  discarded: '已放弃',
};
