/** The laws behind a sentence, each leading to its text. */
export function LawCites({
  citations,
}: {
  citations: readonly { readonly law: string; readonly url: string; readonly paraphrase: string }[];
}) {
  return citations.map(({ law, url, paraphrase }) => (
    <cite key={law}>
      <a href={url} title={paraphrase} rel="noreferrer">
        {law}
      </a>
    </cite>
  ));
}
