"""Word documents (.docx), walked as XML.

Not through mammoth: its HTML has neither the numbers of lists nor what is hidden, deleted or in
text boxes, so each would have to be found in the XML anyway, and matched up again.
"""
