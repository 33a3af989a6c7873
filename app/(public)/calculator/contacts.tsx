import type { ContactLine, ContactView } from '@/lib/calculator/contacts.ts';

/** Whom to call: the number first, and what nobody has checked said so. */
export function Contacts({ contacts }: { contacts: readonly ContactView[] }) {
  return contacts.map(({ name, note, phone, website, more, address }) => (
    <div className="contact" key={name}>
      <p>
        <strong>{name}</strong>
        <br />
        <Line line={phone} />
        {website ? (
          <>
            <br />
            <Line line={website} />
          </>
        ) : null}
      </p>
      {more.length > 0 || address ? (
        <p className="small quiet">
          {more.map((line) => (
            <span className="line" key={line.text}>
              <Line line={line} />
            </span>
          ))}
          {address?.map((line) => (
            <span className="line" key={line}>
              {line}
            </span>
          ))}
        </p>
      ) : null}
      {note ? <p className="small quiet">{note}</p> : null}
    </div>
  ));
}

function Line({ line: { text, href, note } }: { line: ContactLine }) {
  return (
    <>
      {href ? (
        <a className="link" href={href}>
          {text}
        </a>
      ) : (
        text
      )}
      {note ? <span className="quiet small"> ({note})</span> : null}
    </>
  );
}
