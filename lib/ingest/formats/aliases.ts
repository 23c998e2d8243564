import type { Field } from '../types'

/** Header names that say what a column is, squashed, best first: English, then German, French, Spanish. */
export const ALIASES: Record<Field, readonly string[]> = {
  recipient: words(`
    recipient, recipientemail, recipientaddress, recipientemailaddress, bouncedemail, bouncedaddress, bouncedemailaddress,
    bouncedrecipient, failedrecipient, finalrecipient, toemail, toaddress, toemailaddress, emailto, sentto, rcpt, rcptto, rcpttoaddress,
    prospectemail, leademail, contactemail, personemail, customeremail, subscriberemail, targetemail, prospectemailaddress,
    leademailaddress, contactemailaddress, email, emailaddress, emailaddresses, emailid, mail, mailaddress, emailadress, workemail, businessemail,
    primaryemail, emailprimary, email1, to, prospect, lead, contact, destination, address, deliveredto, emailrecipient, invalidemail,
    originalrecipient, useremail, userid,
    empfanger, empfangeremail, empfangeradresse, emailadresse, mailadresse, eposta, emailempfanger, an,
    destinataire, emaildestinataire, adresseemail, adressemail, adresseelectronique, courriel, adressedestinataire, emaildudestinataire,
    destinatario, correo, correoelectronico, emaildestinatario, direcciondecorreo, direcciondecorreoelectronico, direccionemail,
    emaildeldestinatario, correodestinatario, indirizzoemail, enderecodeemail`),
  diagnostic: words(`
    diagnostic, diagnosticcode, diagnosticmessage, bouncemessage, bouncereason, bounceerror, bouncedetail, bouncedetails, bouncedescription,
    bouncetext, bouncereply, emailbouncereason, emailbouncedreason, smtpresponse, smtpreply, smtpmessage, smtperror, serverresponse,
    serverreply, servermessage, mtaresponse, dsndiag, dsn, ndr, ndrmessage, nondeliveryreport, rejectionreason, rejectreason, failurereason,
    failuremessage, failuredetails, faildescription, failreason, errormessage, errorreason, errordescription, errordetails, errortext,
    deliveryerror, deliverystatusmessage, deliveryresponse, rawreason, response, reply, replytext, reason, error, description,
    bounceresponse, bounceinfo, bouncenote, bouncebody, message, details, detail, statusmessage, statusdetails, statusreason, statusdescription, comment, notes, log,
    emailhardbouncereason, hardbouncereason, undeliverablereason, sendingerror, senderror, laststatusmessage, lasterror,
    fehlermeldung, fehler, fehlertext, grund, ursache, rucklaufergrund, bouncegrund, unzustellbarkeitsgrund, antwort, serverantwort, diagnose, meldung, beschreibung,
    raison, raisondurebond, motif, motifdurebond, messagederreur, erreur, reponseduserveur, reponse, raisonderejet, diagnostique, cause,
    motivo, motivoderebote, motivodelrebote, mensajedeerror, error, respuestadelservidor, respuesta, razon, razonderebote, causa, detalle, diagnostico`),
  smtpCode: words(`
    smtpcode, smtpstatuscode, smtpstatus, smtperrorcode, smtpreplycode, smtpresponsecode, replycode, responsecode, bouncecode, errorcode,
    basiccode, code, deliverycode, servercode, returncode, smtpcodes, statuscode, status, error,
    fehlercode, antwortcode, codeerreur, coderreur, codesmtp, codedereponse, codigo, codigosmtp, codigodeerror, codigoderespuesta`),
  enhancedCode: words(`
    enhancedcode, enhancedstatuscode, enhancedstatus, enhancedsmtpcode, extendedcode, extendedstatus, extendedstatuscode, dsnstatus, dsncode, statuscode, esc,
    xcode, rfc3463, detailedcode, detailedstatus, subcode, status, code, smtpcode, bouncecode, errorcode, smtpstatus, bouncestatus, bouncestatuscode, erweiterterstatuscode, codeetendu, codigoextendido`),
  vendorClass: words(`
    vendorclass, bouncetype, typeofbounce, bounceclass, bounceclassification, bouncecategory, bouncecat, bouncesubtype, classification, category, bouncekind,
    hardsoft, hardorsoft, failuretype, errortype, errorcategory, eventtype, emailstatus, deliverystatus, messagestatus, mailstatus, sendstatus,
    leadstatus, contactstatus, prospectstatus, status, type, event, state, result, outcome, class, bounced, isbounced, emailbounced, hasbounced, bounce, hardbounced, softbounced, hardbounce, laststatus, action,
    ruckläufertyp, bouncetyp, bounceart, typ, art, ereignis, zustellstatus, typederebond, typederebonds, statut, evenement, tipoderebote, tipo, estado, evento`),
  sendingAccount: words(`
    sendingaccount, sendingmailbox, sendingemail, sendingemailaddress, sendingaddress, sendingemailaccount, senderaccount, senderemail, senderaddress, senderemailaddress, sendermailbox,
    fromemail, fromaddress, fromemailaddress, fromaccount, frommailbox, emailaccount, emailaccountused, mailbox, mailboxemail, mailboxaddress, inbox, inboxemail,
    sendfrom, sentfrom, sentby, sentbyemail, sentfromemail, sentfrommailbox, from, sender, envelopefrom, mailfrom, returnpath, orig, originator, account, accountemail,
    useremail, repemail, owneremail, sequenceowneremail, emailsender, campaignsender, smtpaccount, connectedaccount, connectedemail, emailfrom, user, owner,
    absender, absenderemail, absenderadresse, absenderkonto, sendekonto, konto, postfach, von,
    expediteur, emailexpediteur, adresseexpediteur, compte, comptedenvoi, boiteaulettres, boitedenvoi, de,
    remitente, correoremitente, emailremitente, cuenta, cuentadeenvio, buzon, mittente`),
  campaign: words(`
    campaign, campaignname, campaigntitle, campaigns, campaignid, sequence, sequencename, sequencetitle, cadence, cadencename, playbook, flow, flowname,
    sequenceid, cadenceid, mailing, mailingname, emailname, listname, list, drip, automation, workflow, journey, emailcampaign, emailcampaignname, mailmerge, stepname,
    tag, tags, campana, kampagne, kampagnenname, kampagnentitel, sequenz, sequenzname, liste, campagne, nomdelacampagne, nomdecampagne, sequencenom, secuencia, nombredecampana, nombredelacampana, campagna`),
  occurredAt: words(`
    occurredat, occurred, bouncedat, bounceddate, bouncedate, bouncetime, bouncedtime, bouncetimestamp, dateofbounce, bouncedon, emailbounceddate, emailbouncedat, eventtime, eventdate, eventtimestamp, eventat,
    timestamp, timestamputc, datetime, dateutc, datetimeutc, timeutc, time, date, timelogged, failedat, failuredate, receivedat, received, createdat, created, createddate, creationdate, loggedat, logtime,
    dateadded, addedat, addedon, reportedat, recordedat, lastbounce, lastbouncedate, lastbouncedat, bounceat, lastbounced, activitydate, activitytime, sentat, sentdate, sendtime, senttime, senton, datesent, dateandtime, updatedat, laststatuschange, statusdate,
    zeitstempel, zeitpunkt, datum, uhrzeit, datumuhrzeit, datumundzeit, zeit, ruckläuferdatum, bouncedatum, erstelltam, gesendetam,
    horodatage, dateheure, dateetheure, heure, datederebond, datedurebond, datedenvoi, creele, dateevenement,
    fecha, fechayhora, fechahora, hora, fechaderebote, fechadelrebote, fechadeenvio, creado, creadoel, data, dataora`),
  recipientName: words(`
    recipientname, fullname, name, contactname, prospectname, leadname, personname, firstname, lastname, firstandlastname, displayname, givenname, familyname, surname,
    vorname, nachname, vollername, kontaktname, kontakt, prenom, nomcomplet, nomducontact, nom, nombre, apellido, apellidos, nombrecompleto, nombredelcontacto`),
  eventId: words(`
    eventid, sgeventid, bounceid, feedbackid, eventuuid, notificationid, logid, activityid, recordid, uuid, ereignisid, idevenement, idevento`),
}

/** Parts of header names that suggest a field where no whole name does; tried in this order. */
export const HINTS: readonly (readonly [Field, RegExp])[] = [
  ['sendingAccount', /^(?:from|send|absender|expediteur|remitente)|mailbox|(?:sender|fromaddress|fromemail|useremail|owneremail|repemail)$/],
  ['enhancedCode', /enhanced|extendedstatus|dsnstatus/],
  ['smtpCode', /smtp.*code|(?:reply|error|response|bounce)code/],
  ['diagnostic', /bounce.*(?:reason|message|error|text|detail|description)|diagnos|(?:error|failure|smtp|server).*(?:message|reason|text|response|reply|detail)|reason|fehler|grund|raison|motif|motivo|erreur/],
  ['vendorClass', /bounce.*(?:type|class|category)|bounced$/],
  ['occurredAt', /bounce.*(?:date|time|at|on)$|timestamp|datetime|datum|fecha|(?:date|time)$/],
  ['campaign', /campaign|sequence|cadence|kampagne|campagne|campana|secuencia/],
  ['recipient', /(?:recipient|prospect|lead|contact|person|customer).*(?:e?mail|address)|e?mail.*(?:address|adresse)|^email|email$|correo|courriel|empfanger|destinata/],
  ['recipientName', /fullname|firstname|lastname|contactname/],
] // prettier-ignore

function words(list: string): string[] {
  return list.split(',').map((word) =>
    word
      .trim()
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  )
}
