import type { Words } from '../words.ts';

export const pinnedFacts: Words['pinnedFacts'] = {
  title: 'Datos fijados',
  heading: 'Antes que nada',
  change: 'Cambiar',
  pinOne: 'Fijar un dato',
  pinned: 'Fijados ahora',
  nothing: 'Este caso no tiene datos fijados.',
  by: (who) => `Fijado por ${who}`,
  unpin: 'Quitar',
  unpinFact: (fact) => `Quitar “${fact}”`,
  unpinned: (fact) => `Se quitó “${fact}”.`,
  undo: 'Deshacer',
  fact: 'Lo que todos deben saber antes que nada',
  hint: 'Una oración, como “Diálisis martes y jueves: llamar otros días.” La ve quien abra el caso.',
  pin: 'Fijar arriba',
  back: 'Volver al caso',
  tooMany: (most) => `Ya hay ${most} datos fijados.`,
  tooManyRule: 'Lo fijado se lee primero, así que debe ser breve.',
  tooManyRemedy: 'Quite uno que importe menos.',
  notThere: 'Este dato ya no está: otra persona lo cambió.',
  notThereRemedy: 'Vuelva al caso y vea lo que está fijado ahora.',
};
