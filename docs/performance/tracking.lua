-- wrk script: asks for the stage of one registration again and again, with the form's cookie and token given in the environment.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Cookie"] = os.getenv("FORM_COOKIE")
wrk.body = "_handler=track&__RequestVerificationToken=" .. os.getenv("FORM_TOKEN") .. "&Number=10001100100010320260520101545"
