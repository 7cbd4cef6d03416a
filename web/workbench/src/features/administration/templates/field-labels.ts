/** A piece of a message that is filled in when it is sent. */
export interface Field {
  name: string;
  label: string;
}

const braces = /\{([^{}]*)\}/g;

function exchange(text: string, from: keyof Field, to: keyof Field, fields: readonly Field[]): string {
  return text.replace(braces, (whole, inside: string) => {
    const field = fields.find((one) => one[from] === inside.trim());
    return field ? `{${field[to]}}` : whole;
  });
}

/** The text as people word it: `{itemName}` becomes `{事项名称}`. */
export function withLabels(text: string, fields: readonly Field[]): string {
  return exchange(text, 'name', 'label', fields);
}

/** The text as the platform keeps it; what is no field stays, for the server to name it. */
export function withNames(text: string, fields: readonly Field[]): string {
  return exchange(text, 'label', 'name', fields);
}
